/** What the page's own buttons and keys do: panels, tabs, theme, language, samples, starting over. */

import { insertText } from "./composer.js";
import { confirm } from "./confirm.js";
import { closeDrawer, isDrawerOpen } from "./drawer.js";
import { showKeys } from "./keyboard.js";
import { remember } from "./memory.js";
import { openTab, resetWorkspace, sendMessage } from "./operations.js";
import { goTo } from "./place.js";
import { isPhone } from "./screen.js";
import { actAs } from "./session.js";
import { state, update } from "./store.js";
import { toggleTheme } from "./theme.js";
import { toast } from "./toast.js";
import { switchLanguage, words } from "./words.js";

/** The commands for the parts of the page; `composer()` is the channel's composer. */
export function pageCommands({ composer }) {
  return {
    actAs,
    showKeys,
    reset: askAndReset,
    togglePanel: (name) => setPanel(!state().place.thread && state().panel === name ? null : name),
    showTab: openTab,
    close: closeOne,
    toggleTheme: () => redrawAfter(toggleTheme),
    switchLanguage: () => redrawAfter(switchLanguage),
    sendSample: (text) => sendSample(composer(), text),
    writeSample: (text) => write(composer(), text),
    toComposer: () => composer().field.focus(),
    writeCommand: () => write(composer(), "/"),
  };
}

function setPanel(panel) {
  remember("panel", panel ?? "");
  update((now) => ({ ...now, panel }));
  if (state().place.thread) goTo(state().place.channel);
}

/** Close the thread, else the panel, else the drawer. */
function closeOne() {
  const { place, panel } = state();
  if (isDrawerOpen()) closeDrawer();
  else if (place.thread) leaveThread(place);
  else if (panel) setPanel(null);
}

/** Close the thread and bring the focus back to the message that it hangs on. */
function leaveThread({ channel, thread }) {
  goTo(channel);
  document.querySelector(`#channel .message[data-ts="${thread}"]`)?.focus({ preventScroll: true });
}

async function sendSample(composer, text) {
  hidePanelOnPhone();
  if (!isPhone()) composer.field.focus();
  await sendMessage({ channel: state().place.channel }, text);
}

function write(composer, text) {
  hidePanelOnPhone();
  composer.field.value = "";
  insertText(composer.field, text);
}

function hidePanelOnPhone() {
  if (isPhone()) update((now) => ({ ...now, panel: null }));
}

function redrawAfter(change) {
  change();
  update((now) => ({ ...now }));
}

async function askAndReset() {
  const question = { title: words().resetAsk, text: words().resetExplained, yes: words().reset, danger: true };
  if ((await confirm(question)) && (await resetWorkspace())) toast(words().resetDone);
}
