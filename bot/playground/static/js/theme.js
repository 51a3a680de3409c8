/** Light or dark: as the system says, until a person chooses; the choice is remembered. */

import { remember, remembered } from "./memory.js";

const systemIsDark = window.matchMedia("(prefers-color-scheme: dark)");

/** Whether the page is dark now. */
export function isDark() {
  const chosen = remembered("theme");
  return chosen ? chosen === "dark" : systemIsDark.matches;
}

/** Change between light and dark; choosing what the system says anyway follows the system again. */
export function toggleTheme() {
  const wanted = isDark() ? "light" : "dark";
  const isSystems = (wanted === "dark") === systemIsDark.matches;
  remember("theme", isSystems ? null : wanted);
  showTheme();
}

/** Apply the theme that holds now. */
function showTheme() {
  const chosen = remembered("theme");
  if (chosen) document.documentElement.dataset.theme = chosen;
  else delete document.documentElement.dataset.theme;
}

/** Call `listener` when the system changes between light and dark. */
export function onSystemTheme(listener) {
  systemIsDark.addEventListener("change", listener);
}

showTheme();
