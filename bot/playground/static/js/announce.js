/** Tells screen readers about new messages, one sentence each, without reading the whole list again. */

/** Read `sentence` out when there is time. */
export function announce(sentence) {
  document.getElementById("announcer").textContent = sentence;
}
