/** The foot of the sidebar: who one acts as, theme, language, and the page's other tools. */

import { avatar } from "./avatar.js";
import { iconButton } from "./buttons.js";
import { focusInside, h, replaceChildren } from "./dom.js";
import { icon } from "./icons.js";
import { userName } from "./names.js";
import { menu } from "./popup.js";
import { people } from "./selectors.js";
import { isDark } from "./theme.js";
import { language, words } from "./words.js";

/** Draw the foot; `commands` as in `sidebar.js`. */
export function sidebarFoot(foot, state, commands) {
  const context = [language(), isDark(), state.me, Object.keys(state.users).length, pagesOf(state)].join(" ");
  if (foot.dataset.context === context) return;
  foot.dataset.context = context;
  const focused = focusInside(foot)?.dataset.focus;
  replaceChildren(foot, personButton(state, commands.actAs), tools(state, commands));
  if (focused) foot.querySelector(`[data-focus="${focused}"]`)?.focus();
}

/** Where the app has pages of its own, in the language of this one; nothing if it has none. */
function pagesOf(state) {
  return state.pages[language()];
}

function pagesLink(address) {
  const label = words().pages;
  const attributes = { class: "icon-button pages-link", href: address, target: "_blank", "aria-label": label, title: label };
  return h("a", attributes, icon("search", 18));
}

function personButton(state, actAs) {
  const button = h(
    "button",
    { class: "person", type: "button", "aria-haspopup": "menu", title: words().switchPerson, "data-focus": "person" },
    avatar(state, state.me, 32),
    h(
      "span",
      { class: "person-words" },
      h("span", { class: "person-label" }, words().actingAs),
      h("span", { class: "person-name" }, userName(state, state.me)),
    ),
    icon("down", 16),
  );
  const items = people(state.users).map(({ id }) => ({
    label: userName(state, id),
    icon: avatar(state, id, 24),
    checked: id === state.me,
    run: () => actAs(id),
  }));
  button.addEventListener("click", () => menu(button, items, { label: words().switchPerson }));
  return button;
}

function tools(state, { toggleTheme, switchLanguage, showKeys, reset }) {
  const theme = isDark() ? ["sun", words().toLight] : ["moon", words().toDark];
  const speak = h(
    "button",
    {
      class: "language",
      type: "button",
      "aria-label": words().otherLanguageLabel,
      onclick: switchLanguage,
      "data-focus": "language",
    },
    icon("globe", 18),
    words().otherLanguage,
  );
  return h(
    "div",
    { class: "sidebar-tools" },
    iconButton(...theme, toggleTheme, { size: 18, focus: "theme" }),
    speak,
    h("span", { class: "spring" }),
    pagesOf(state) ? pagesLink(pagesOf(state)) : null,
    iconButton("keyboard", words().keyboardHelp, showKeys, { size: 18 }),
    iconButton("broom", words().reset, reset, { size: 18 }),
  );
}
