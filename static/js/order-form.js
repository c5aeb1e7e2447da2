// The order form: which fields a customer type has, where it may order, what is still wrong, what
// was typed.

import { basket } from "./basket.js";
import { PRICING_MARKET } from "./catalogue.js";
import { byId, make, setText } from "./dom.js";
import { language, locale, texts } from "./language.js";
import { pickedMarket, pickMarket } from "./market.js";

const TEXT_FIELDS = ["name", "street", "city", "email", "phone"];
const OPTIONAL_FIELDS = ["state", "postalCode"];
const KEPT_FIELDS = [...TEXT_FIELDS, ...OPTIONAL_FIELDS, "orgNumber"];

/** They give an organization number and get an invoice instead of paying at once. */
const INVOICED = new Set(["B2B"]);

export class OrderForm {
  /** `onSegment` is called when customer type or market changed, and with them the money. */
  constructor(form, catalogue, onSegment) {
    this.form = form;
    this.catalogue = catalogue;
    this.onSegment = onSegment;
    this.offerCustomerTypes(basket.draft().customerType);
    this.restore();
    this.showSegment();
    form.addEventListener("input", () => this.keep());
    form.addEventListener("change", (event) => this.segmentChanged(event.target.name));
  }

  customerType() {
    return this.form.querySelector("[name=customerType]:checked").value;
  }

  market() {
    return this.form.elements.market.value;
  }

  invoiced() {
    return INVOICED.has(this.customerType());
  }

  /** The body of createOrder. */
  order() {
    const order = {
      customerType: this.customerType(),
      market: this.market(),
      products: basket.products(),
      language,
      totalPrice: this.catalogue.sum(basket.lines(), PRICING_MARKET),
    };
    for (const field of TEXT_FIELDS) order[field] = this.value(field);
    for (const field of OPTIONAL_FIELDS) order[field] = this.value(field) || undefined;
    if (this.invoiced()) order.orgNumber = this.orgNumber();
    return order;
  }

  /** What the shopper can put right before anything is sent, in the order of the fields. */
  errors() {
    const errors = [];
    if (this.invoiced() && !this.orgNumber())
      errors.push({ field: "orgNumber", text: texts.missing.orgNumber });
    else if (this.invoiced() && !/^\d{6,20}$/.test(this.orgNumber())) {
      errors.push({ field: "orgNumber", text: texts.wrong.orgNumber });
    }
    for (const field of TEXT_FIELDS) {
      if (!this.value(field)) errors.push({ field, text: texts.missing[field] });
      else if (this.form.elements[field].validity.typeMismatch)
        errors.push({ field, text: texts.wrong[field] });
    }
    return errors;
  }

  showPayment(total) {
    const segment = this.invoiced() ? "invoice" : `${this.customerType()}-${this.market()}`;
    setText(byId("payment"), (texts.payment[segment] ?? texts.payment.other)(total));
    setText(byId("send"), this.invoiced() ? texts.placeOrder.invoice : texts.placeOrder.now);
  }

  offerCustomerTypes(chosen) {
    // Those who pay now first: they are the many.
    const types = this.catalogue.customerTypes().sort((a, b) => INVOICED.has(a) - INVOICED.has(b));
    byId("customer-types").replaceChildren(
      ...types.map((type) =>
        make(
          "label",
          {},
          make("input", {
            type: "radio",
            name: "customerType",
            value: type,
            id: `customerType-${type}`,
            checked: type === (types.includes(chosen) ? chosen : types[0]),
          }),
          texts.customerTypes[type] ?? type,
        ),
      ),
    );
  }

  segmentChanged(field) {
    if (field === "market") pickMarket(this.market());
    if (field !== "market" && field !== "customerType") return;
    this.showSegment();
    this.onSegment();
  }

  /**
   * A type that may order in one country only is held there; the shopper's own choice comes back
   * with the other type.
   */
  showSegment() {
    const { market } = this.form.elements;
    const allowed = this.catalogue.marketsFor(this.customerType());
    market.replaceChildren(
      ...allowed.map((name) => make("option", { value: name }, countryName(name))),
    );
    market.value = allowed.includes(pickedMarket()) ? pickedMarket() : allowed[0];
    market.disabled = allowed.length === 1;
    setText(
      byId("market-hint"),
      market.disabled ? texts.businessCountries(allowed.map(countryName)) : "",
    );
    this.form.querySelector("[data-field=orgNumber]").hidden = !this.invoiced();
    this.showRegion();
  }

  /** Each country calls its states and their codes in its own way. */
  showRegion() {
    const labels = texts.regions[this.market()] ?? texts.regions.other;
    for (const field of OPTIONAL_FIELDS) setText(byId(`${field}-label`), labels[field]);
  }

  restore() {
    const draft = basket.draft();
    for (const field of KEPT_FIELDS) this.form.elements[field].value = draft[field] ?? "";
  }

  keep() {
    const draft = { customerType: this.customerType() };
    for (const field of KEPT_FIELDS) draft[field] = this.form.elements[field].value;
    basket.keepDraft(draft);
  }

  value(field) {
    return this.form.elements[field].value.trim();
  }

  /** People write 12-345 678; the number is its digits. */
  orgNumber() {
    return this.value("orgNumber").replace(/[\s.-]/g, "");
  }
}

const countryName = (name) => new Intl.DisplayNames(locale, { type: "region" }).of(name);
