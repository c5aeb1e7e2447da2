// What the shopper has chosen and typed: survives a reload and ends with the tab.

const KEY = "acme.basket";

/** Of each plant; six times as many still fit into the 2000 characters of `products`. */
export const MAX_QUANTITY = 50;

let state = read();

export const basket = {
  /** SKU and quantity of each line, in the order in which they were added. */
  lines: () => Object.entries(state.lines),
  quantity: (sku) => state.lines[sku] ?? 0,
  count: () => Object.values(state.lines).reduce((sum, quantity) => sum + quantity, 0),
  isEmpty: () => Object.keys(state.lines).length === 0,
  draft: () => state.draft,

  setQuantity(sku, quantity) {
    state.lines[sku] = Math.min(quantity, MAX_QUANTITY);
    write();
  },

  remove(sku) {
    delete state.lines[sku];
    write();
  },

  keepDraft(fields) {
    state.draft = fields;
    write();
  },

  /** The SKUs with commas between, each as often as it is ordered. */
  products: () =>
    basket
      .lines()
      .flatMap(([sku, quantity]) => Array(quantity).fill(sku))
      .join(","),

  /** A double click, a reload or a retry sends the same key, and the server orders once. */
  idempotencyKey() {
    state.idempotencyKey ??= newKey();
    write();
    return state.idempotencyKey;
  },

  forgetIdempotencyKey() {
    delete state.idempotencyKey;
    write();
  },

  /** After the order. */
  empty() {
    state = fresh();
    write();
  },
};

function newKey() {
  // randomUUID exists only on https and localhost.
  return crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint32Array(4))].join("-");
}

function fresh() {
  return { lines: {}, draft: {} };
}

function read() {
  try {
    return { ...fresh(), ...JSON.parse(sessionStorage.getItem(KEY)) };
  } catch {
    // Storage is switched off: the basket lives as long as the page.
    return fresh();
  }
}

function write() {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(state));
  } catch {
    // As above.
  }
}
