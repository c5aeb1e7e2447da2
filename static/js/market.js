// The market that the shopper picked: whose money prices are shown in. Kept for all tabs.

const KEY = "acme.market";
let market;

try {
  market = localStorage.getItem(KEY);
} catch {
  // Storage is switched off.
}
market ??= "US";

export const pickedMarket = () => market;

export function pickMarket(name) {
  market = name;
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // The choice lives as long as the page.
  }
}
