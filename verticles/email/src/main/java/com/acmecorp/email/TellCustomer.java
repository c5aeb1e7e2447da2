package com.acmecorp.email;

import com.acmecorp.events.AddressedEvent;
import com.acmecorp.events.Markets;
import com.acmecorp.events.OrderCancelled;
import com.acmecorp.events.OrderEvent;
import com.acmecorp.platform.log.StepLog;

import io.vertx.core.Future;

/** Sends the mail that an event calls for. */
final class TellCustomer {

    private static final StepLog LOG = StepLog.of(TellCustomer.class);

    private final EventMails mails;
    private final LatestContact latest;
    private final SendMail sendMail;

    TellCustomer(Markets markets, LatestContact latest, SendMail sendMail) {
        this.mails = new EventMails(markets);
        this.latest = latest;
        this.sendMail = sendMail;
    }

    Future<?> on(AddressedEvent event) {
        Contact told = new Contact(
                event.name(),
                event.email(),
                event.street(),
                event.city(),
                event.state(),
                event.postalCode(),
                event.language(),
                generation(event));
        return tell(event, told);
    }

    Future<?> on(OrderCancelled event) {
        Contact told = new Contact(
                event.name(),
                event.email(),
                "",
                "",
                null,
                null,
                event.language(),
                generation(event));
        return tell(event, told);
    }

    private static int generation(OrderEvent event) {
        return event.metadata().goodLinks();
    }

    private Future<?> tell(OrderEvent event, Contact told) {
        return latest.of(event, told)
                .map(contact -> mails.mail(event, contact))
                .compose(mail -> send(mail, event));
    }

    private Future<?> send(CustomerMail mail, OrderEvent event) {
        return sendMail.send(mail).onSuccess(outcome -> log(mail, outcome, event));
    }

    private static void log(CustomerMail mail, SendMail.Outcome outcome, OrderEvent event) {
        LOG.step("mail " + mail.template().fileName() + " is " + outcome, event);
    }
}
