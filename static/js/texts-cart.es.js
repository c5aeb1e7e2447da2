// What the cart says in Mexican Spanish.

export const texts = {
  unitPrice: (price) => `${price} cada una`,
  quantityOf: (name) => `Cantidad de ${name}`,
  remove: "Quitar",
  removed: (name, total) => `Quitamos ${name}. El total es de ${total}.`,
  newTotal: (total) => `El total es de ${total}.`,
  cartEmptied: "Tu carrito quedó vacío.",
  noLongerSold: (sku) => `Ya no vendemos ${sku}, así que lo quitamos de tu carrito.`,
  customerTypes: { B2C: "Persona", B2B: "Empresa" },
  businessCountries: (names) => `Las empresas solo pueden pedir en: ${names.join(", ")}.`,
  payment: {
    "B2C-US": (total) => `Pagas ${total} ahora, a través de Blank of America.`,
    "B2C-MX": (total) => `Pagas ${total} ahora, a través de El Banco Blanco.`,
    invoice: (total) =>
      `No pagas nada ahora. Enviaremos a tu organización una factura por ${total}.`,
    other: (total) => `Pagas ${total} ahora.`,
  },
  placeOrder: { now: "Pedir y pagar", invoice: "Pedir con factura" },
  sending: "Enviando tu pedido…",
  busyRetry: (seconds) =>
    `Hay muchas personas haciendo pedidos. No cierres esta página: lo intentaremos ` +
    `de nuevo en ${seconds} s.`,
  missing: {
    name: "Escribe tu nombre",
    street: "Escribe tu calle y número",
    city: "Escribe tu ciudad",
    email: "Escribe tu correo electrónico",
    phone: "Escribe tu número de teléfono",
    orgNumber: "Escribe el número de tu organización",
  },
  wrong: {
    name: "Escribe el nombre con letras, números y puntuación sencilla",
    street: "Escribe la calle con letras, números y puntuación sencilla",
    city: "Escribe la ciudad con letras, números y puntuación sencilla",
    email: "Escribe un correo electrónico como nombre@ejemplo.com",
    phone: "Escribe un teléfono como +52 55 1234 5678",
    orgNumber: "El número de organización tiene de 6 a 20 dígitos",
    quantity: (limit) => `Elige una cantidad de 1 a ${limit}`,
  },
  declined: "Tu pago fue rechazado y no se pidió nada. Puedes intentarlo de nuevo.",
  priceChanged:
    "Los precios cambiaron. El carrito muestra los nuevos; revisa el total y haz tu " +
    "pedido de nuevo.",
  conflict:
    "Es posible que ya tengamos un pedido tuyo. Revisa tu correo antes de intentarlo de nuevo: " +
    "si lo envías otra vez, será un segundo pedido.",
};

export const page = {
  cartTitle: "Tu carrito – ACME Potted Plants",
  cartDescription: "Tus plantas y el formulario de pedido.",
  cartHeading: "Tu carrito",
  loadingPrices: "Consultando los precios de hoy…",
  cartEmpty: "Tu carrito está vacío. Hay seis plantas que esperan un hogar.",
  linesHeading: "Plantas",
  addMore: "Agregar más plantas",
  orderHeading: "Para quién y a dónde",
  customerType: "Pides como",
  orgNumber: "Número de organización",
  orgNumberHint: "De 6 a 20 dígitos",
  country: "País",
  name: "Nombre",
  street: "Calle y número",
  city: "Ciudad",
  email: "Correo electrónico",
  emailHint: "Te enviamos el enlace para elegir el horario de entrega.",
  phone: "Teléfono",
  phoneHint: "Solo para quien te lleva las plantas.",
  paymentHeading: "Pago",
};
