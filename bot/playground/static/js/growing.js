/** Text areas that grow with what is in them. */

/** `field`, as high as its text up to the height that CSS allows. */
export function growing(field) {
  const fit = () => {
    field.style.setProperty("height", "auto");
    field.style.setProperty("height", `${field.scrollHeight}px`);
  };
  field.addEventListener("input", fit);
  new ResizeObserver(fit).observe(field);
  return field;
}
