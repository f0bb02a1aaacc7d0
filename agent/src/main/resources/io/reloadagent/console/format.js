/** How things are written for people. */

const TIME = new Intl.DateTimeFormat(undefined, {hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false});
const DAY = new Intl.DateTimeFormat(undefined, {year: "numeric", month: "short", day: "numeric"});

/** The time of day, with the day before it unless that is today. */
export function when(iso) {
  if (!iso) {
    return "";
  }
  const date = new Date(iso);
  const today = DAY.format(new Date()) === DAY.format(date);
  return today ? TIME.format(date) : DAY.format(date) + ", " + TIME.format(date);
}

/** A value of a source, as a source would have it. */
export function valueText(value) {
  if (value === null || value === undefined) {
    return "–";
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Where something stands. */
export function place(at) {
  const parts = [fileName(at.source), at.line, at.column];
  return parts.filter(part => part !== null && part !== undefined && part !== "").join(":");
}

function fileName(source) {
  return source ? source.split("/").pop() : "";
}

/** A class or type without its packages. */
export function simple(name) {
  return name.replace(/\b(?:[a-z_][\w]*\.)+(?=[A-Za-z])/g, "");
}

const KINDS = {
  APPLIED: "good", UNCHANGED: "good", ACCEPTED: "good", READY: "good",
  INCOMPLETE: "warn", BACKING_OFF: "warn", RELOADING: "warn", STARTING: "warn", LAST_KNOWN_GOOD: "warn", INVALID: "warn",
};

/** The class of style for an outcome or a state; those that are not named are bad. */
export function kind(word) {
  return word ? KINDS[word] ?? "bad" : "";
}

/** A word of the agent's as people write it. */
export function words(word) {
  return word ? word.charAt(0) + word.slice(1).toLowerCase().replaceAll("_", " ") : "";
}
