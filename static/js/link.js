// Links that open an order: #order=<id>&token=<token>, and for the customer alone &manage=<token>.
// The fragment stays in the browser, out of every server's log.

/** The order and tokens of this page's address, or undefined. */
export function readLink() {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const order = fragment.get("order") ?? "";
  const token = fragment.get("token") ?? "";
  if (!/^\d{1,16}$/.test(order) || !token) return undefined;
  const manageToken = fragment.get("manage");
  return { orderId: Number(order), token, ...(manageToken && { manageToken }) };
}
