/** Small choices that outlive the page: theme, language, person, panels, skin tone. A blocked storage is no error. */

const PREFIX = "postmaster.";

/** The choice stored under `name`, or `otherwise`. */
export function remembered(name, otherwise = null) {
  try {
    return localStorage.getItem(PREFIX + name) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** Store a choice; null forgets it. */
export function remember(name, value) {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, value);
  } catch {
    // Private windows may refuse to store; the choice then lasts as long as the page.
  }
}
