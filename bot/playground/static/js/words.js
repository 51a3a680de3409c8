/** The page's words in the language of the person: English or Chinese, from the browser until one is chosen. */

import { remember, remembered } from "./memory.js";
import { chinese } from "./words_zh.js";
import { english } from "./words_en.js";

/** The languages the page speaks, in the order of the switch. */
export const LANGUAGES = { en: english, zh: chinese };

/** The page's language: `en` or `zh`. */
export function language() {
  const chosen = remembered("language");
  if (chosen in LANGUAGES) return chosen;
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** All words of the page's language. */
export function words() {
  return LANGUAGES[language()];
}

/** Speak the other language from now on. */
export function switchLanguage() {
  remember("language", language() === "zh" ? "en" : "zh");
  showLanguage();
}

/** Tell browser and screen reader which language the page is in. */
function showLanguage() {
  document.documentElement.lang = language() === "zh" ? "zh-Hans" : "en";
}

/** The text of `value` in the page's language; a plain string stays as it is. */
export function inLanguage(value) {
  return typeof value === "object" && value !== null ? (value[language()] ?? value.en ?? "") : (value ?? "");
}

showLanguage();
