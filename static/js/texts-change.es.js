// What is asked before a delivery is changed, in Mexican Spanish.

export const texts = {
  question: "¿Cambiar tu entrega?",
  consequence: (from, to) =>
    `¿Pasarla del ${from} al ${to}? Solo puedes cambiar el horario una vez.`,
  yes: "Sí, cambiarla",
  no: "No, conservarla",
};
