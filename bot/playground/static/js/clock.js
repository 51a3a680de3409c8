/** Slack's timestamps (seconds since 1970 with six decimals, as text) as times and days for people. */

import { language, words } from "./words.js";

const DAY = 86_400_000; // milliseconds

/** The moment of `ts`. */
function moment(ts) {
  return new Date(Number(ts) * 1000);
}

/** The time of day, such as `3:07 PM`. */
export function timeOfDay(ts) {
  return format({ hour: "numeric", minute: "2-digit" }, moment(ts));
}

/** Day and time in full, for tooltips. */
export function fullTime(ts) {
  return format({ dateStyle: "full", timeStyle: "medium" }, moment(ts));
}

/** A name for the day of `ts`: today, yesterday, or its date. */
export function dayName(ts) {
  const then = moment(ts);
  if (isSameDay(then, new Date())) return words().today;
  if (isSameDay(then, new Date(Date.now() - DAY))) return words().yesterday;
  return format({ weekday: "long", month: "long", day: "numeric" }, then);
}

/** A key that two timestamps share if they lie on the same day here. */
export function dayKey(ts) {
  return moment(ts).toDateString();
}

/** The time to the second, for the delivery log; takes milliseconds since 1970. */
export function exactTime(milliseconds) {
  return format({ hour: "2-digit", minute: "2-digit", second: "2-digit" }, new Date(milliseconds));
}

/** Slack's `<!date^TS^FORMAT>`: the format's placeholders replaced by local times. */
export function slackDate(seconds, pattern) {
  const then = moment(seconds);
  const styles = {
    date_num: { year: "numeric", month: "2-digit", day: "2-digit" },
    date: { dateStyle: "long" },
    date_short: { dateStyle: "medium" },
    date_long: { dateStyle: "full" },
    time: { timeStyle: "short" },
    time_secs: { timeStyle: "medium" },
  };
  return pattern.replace(/\{(\w+?)(?:_pretty)?\}/g, (whole, name) =>
    styles[name] ? format(styles[name], then) : whole,
  );
}

function format(options, date) {
  return new Intl.DateTimeFormat(language() === "zh" ? "zh-CN" : "en", options).format(date);
}

function isSameDay(one, other) {
  return one.toDateString() === other.toDateString();
}
