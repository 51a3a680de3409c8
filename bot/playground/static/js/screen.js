/** How much room there is: on a phone one thing shows at a time. */

const phone = window.matchMedia("(max-width: 880px)");

/** Whether the page has the width of a phone; the same width as in `small.css`. */
export function isPhone() {
  return phone.matches;
}

/** Call `listener` when the page becomes a phone's, or stops being one. */
export function onPhoneChange(listener) {
  phone.addEventListener("change", listener);
}
