// What the delivery's page says in English.

export const texts = {
  chooseTime: "Choose one of the times",
  zone: (zone) => `All times are in this time zone: ${zone}.`,
  book: { first: "Book this time", change: "Change to this time" },
  booking: "Booking…",
  booked: "Your delivery is booked. We have sent you an e-mail.",
  taken: "Somebody was faster: that time has just been taken. Please choose another one.",
  stale:
    "Your delivery was booked or changed elsewhere after this page was opened, so nothing was " +
    "changed now. This is how it stands.",
  limitReached: "The time was changed once already and can’t be changed again.",
  notDeliverable: "Your plants can’t be delivered yet, so no time was booked.",
  when: "When",
  where: "Where",
  changeOnce: "You can change the time once.",
  changeUntil: (time) => `You can change the time once, until ${time}.`,
  changedAlready: "You have already changed the time once, so it stays as it is.",
  tooLate: "The delivery is too near for its time to be changed.",
};
