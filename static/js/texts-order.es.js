// What the order's and the delivery's page say in Mexican Spanish.

export const texts = {
  steps: {
    OrderCreated: "Recibido",
    OrderPlaced: "Confirmado",
    StockCreated: "En existencia",
    OrderDeliverable: "Listo para entregar",
    DeliveryBooked: "Entrega reservada",
    OrderCancelled: "Cancelado",
  },
  done: "hecho: ",
  toCome: "falta: ",
  next: {
    OrderCreated: "Tenemos tu pedido y lo estamos confirmando.",
    OrderPlaced: "Estamos consiguiendo tus plantas con nuestro proveedor.",
    StockCreated: "Tus plantas ya llegaron; estamos preparando la entrega.",
    OrderDeliverable: "Tus plantas están listas. Elige cuándo te las entregamos.",
    DeliveryBooked: "Las entregamos en el horario que reservaste; puedes cambiarlo una vez.",
    OrderCancelled: "Tu pedido está cancelado; te devolvemos lo que pagaste.",
    changed: "Las entregamos en el nuevo horario que elegiste.",
  },
  trackingInterrupted:
    "Por el momento no podemos comunicarnos con la tienda; seguimos intentando. " +
    "Lo que ves puede no estar al día.",
  orderTitle: (orderId) => `Pedido ${orderId} – ACME Potted Plants`,
  linkCopied: "Copiamos el enlace.",

  chooseTime: "Elige uno de los horarios",
  zone: (zone) => `Todos los horarios están en esta zona horaria: ${zone}.`,
  book: { first: "Reservar este horario", change: "Cambiar a este horario" },
  booking: "Reservando…",
  booked: "Tu entrega está reservada. Te enviamos un correo.",
  taken: "Alguien se adelantó: ese horario se acaba de ocupar. Por favor, elige otro.",
  limitReached: "Ya cambiaste el horario una vez y no puedes cambiarlo de nuevo.",
  notDeliverable:
    "Tus plantas todavía no se pueden entregar, así que no reservamos ningún horario.",
  when: "Cuándo",
  where: "Dónde",
  changeOnce: "Puedes cambiar el horario una vez.",
  changedAlready: "Ya cambiaste el horario una vez, así que se queda como está.",
  confirmChange: (from, to) =>
    `¿Pasarla del ${from} al ${to}? Solo puedes cambiar el horario una vez.`,
};

export const page = {
  orderTitle: "Tu pedido – ACME Potted Plants",
  orderDescription: "En qué va tu pedido.",
  orderPageHeading: "Tu pedido",
  thanks: "¡Gracias! Aquí puedes ver en todo momento en qué van tus plantas.",
  loadingOrder: "Buscando tu pedido…",
  noLink: "Gracias por tu compra. El enlace a tu pedido está en el correo que te enviamos.",
  badLink:
    "Este enlace no abre ningún pedido. Usa el enlace de nuestro correo más reciente, " +
    "o responde a ese correo y te ayudamos.",
  progressHeading: "Qué sigue",
  chooseTime: "Elegir horario de entrega",
  order: "Pedido",
  delivery: "Entrega",
  keepHeading: "Guarda el enlace",
  keepBefore: "Vuelve cuando quieras con",
  keepLink: "el enlace a este pedido",
  keepAfter: "Quien lo tenga puede ver esta página.",
  copyLink: "Copiar el enlace",
  cancelOrder: "Cancelar este pedido",

  deliveryTitle: "Elige un horario de entrega – ACME Potted Plants",
  deliveryDescription: "Elige cuándo llegan tus plantas.",
  deliveryHeading: "Tu entrega",
  deliveryLead:
    "Elige cuándo podemos llevarte tus plantas. Hasta entonces las cuidamos y las regamos.",
  notYet: "Tus plantas todavía no están listas para la entrega.",
  notYetMail: "En cuanto lo estén, te enviamos un correo con el enlace a esta página.",
  bookedHeading: "Tu entrega está reservada",
  changeTime: "Elegir otro horario",
  noneHeading: "No quedan horarios de entrega",
  noneLeft:
    "Por ahora todos los horarios están ocupados. Cada día se abren nuevos, y te " +
    "guardamos tus plantas.",
  lookAgain: "Buscar de nuevo",
  timesHeading: "Elige un horario",
  keepTime: "Conservar el horario reservado",
  confirmHeading: "¿Cambiar tu entrega?",
  confirmYes: "Sí, cambiarla",
  confirmNo: "No, conservarla",
};
