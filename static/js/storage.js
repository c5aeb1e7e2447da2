// What this browser keeps for the shop. Where storage is switched off nothing is kept, and what is
// kept may be of an older page or damaged.

/** What is kept under the key, else undefined. */
export function load(key, area = "localStorage") {
  try {
    return JSON.parse(window[area].getItem(key)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Answers whether it is kept. */
export function save(key, value, area = "localStorage") {
  try {
    window[area].setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
