// What the page that finds an order says in Mexican Spanish.

export const texts = {
  missing: {
    orderId: "Escribe el número de tu pedido, que solo tiene dígitos",
    email: "Escribe tu correo electrónico",
  },
  wrong: { email: "Escribe un correo electrónico como nombre@ejemplo.com" },
  asking: "Preguntando…",
};

export const page = {
  findTitle: "Busca tu pedido – ACME Potted Plants",
  findDescription: "Te enviamos por correo los enlaces de tu pedido.",
  findHeading: "Busca tu pedido",
  findLead:
    "¿Perdiste el enlace? Escribe el número del pedido y el correo con el que lo hiciste. " +
    "Te enviamos los enlaces a ese correo.",
  orderNumber: "Número de pedido",
  orderNumberHint: "Está en el asunto de cada correo que te enviamos.",
  email: "Correo electrónico",
  findSend: "Enviarme los enlaces",
  sentHeading: "Revisa tu correo",
  sentText:
    "Si el número y el correo corresponden, los enlaces van en camino. Si no llegan en unos " +
    "minutos, revisa el correo no deseado y lo que escribiste.",
  findAgain: "Intentar con otros datos",
};
