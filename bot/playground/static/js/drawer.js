/** On phones the sidebar is a drawer: while it is open the rest of the page waits, and a touch beside it closes it. */

/** Open the drawer and bring the focus into it. */
export function openDrawer() {
  document.body.classList.add("drawer-open");
  setWaiting(true);
  document.querySelector("#sidebar .drawer-close").focus();
}

/** Close the drawer, if it is open. */
export function closeDrawer() {
  if (!isDrawerOpen()) return;
  document.body.classList.remove("drawer-open");
  setWaiting(false);
}

/** Whether the drawer is open. */
export function isDrawerOpen() {
  return document.body.classList.contains("drawer-open");
}

/** Close the drawer when a touch lands beside it. */
export function followOutsideTouches() {
  document.addEventListener("pointerdown", ({ target }) => {
    if (isDrawerOpen() && !target.closest("#sidebar, .popup, dialog")) closeDrawer();
  });
}

function setWaiting(isWaiting) {
  for (const id of ["channel", "pane"]) document.getElementById(id).inert = isWaiting;
}
