// What the delivery's page says in Mexican Spanish.

export const texts = {
  chooseTime: "Elige uno de los horarios",
  zone: (zone) => `Todos los horarios están en esta zona horaria: ${zone}.`,
  book: { first: "Reservar este horario", change: "Cambiar a este horario" },
  booking: "Reservando…",
  booked: "Tu entrega está reservada. Te enviamos un correo.",
  taken: "Alguien se adelantó: ese horario se acaba de ocupar. Por favor, elige otro.",
  stale:
    "Tu entrega se reservó o cambió en otro lugar después de que abriste esta página, así que " +
    "ahora no se cambió nada. Así está.",
  limitReached: "Ya cambiaste el horario una vez y no puedes cambiarlo de nuevo.",
  notDeliverable:
    "Tus plantas todavía no se pueden entregar, así que no reservamos ningún horario.",
  when: "Cuándo",
  where: "Dónde",
  changeOnce: "Puedes cambiar el horario una vez.",
  changeUntil: (time) => `Puedes cambiar el horario una vez, hasta el ${time}.`,
  changedAlready: "Ya cambiaste el horario una vez, así que se queda como está.",
  tooLate: "La entrega está demasiado cerca para cambiar su horario.",
};

export const page = {
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
};
