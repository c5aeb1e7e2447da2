// What the cancelling of an order says in Mexican Spanish.

export const texts = {
  question: "¿Cancelar este pedido?",
  consequence: {
    PAID:
      "No entregaremos ninguna planta y te devolvemos lo que pagaste. Esto no se puede deshacer.",
    INVOICE:
      "No entregaremos ninguna planta y la factura queda sin efecto. Esto no se puede deshacer.",
    other:
      "No entregaremos ninguna planta y te devolvemos lo que hayas pagado. Esto no se puede " +
      "deshacer.",
  },
  yes: "Sí, cancelarlo",
  no: "No, conservarlo",
  cancelling: "Cancelando…",
  cancelled: "Tu pedido está cancelado. Te enviamos un correo.",
  tooLate:
    "Su entrega ya está reservada, así que ya no se puede cancelar aquí. " +
    "Responde a cualquiera de nuestros correos.",
};
