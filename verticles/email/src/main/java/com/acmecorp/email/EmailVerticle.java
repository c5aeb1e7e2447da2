package com.acmecorp.email;

import com.acmecorp.events.DeliveryBooked;
import com.acmecorp.events.Markets;
import com.acmecorp.events.OrderCancelled;
import com.acmecorp.events.OrderCreated;
import com.acmecorp.events.OrderDeliverable;
import com.acmecorp.platform.Platform;
import com.acmecorp.platform.events.Subscriber;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.usecase.Request;
import com.acmecorp.platform.usecase.UseCases;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.json.JsonObject;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The email context.
 *
 * <p>Consumes OrderCreated, OrderDeliverable, DeliveryBooked and OrderCancelled and sends the
 * customer a mail for each, reminds those who choose no delivery time, and sends again what somebody lost. Offers email, which does so by hand or for an API destination,
 * operator.sendMailAgain, email.operations, which tells operators of an alert, the health of mail and an inbox with the
 * mails that were caught where there is no mail server. Emits nothing. It owns the
 * mails.
 */
public final class EmailVerticle extends VerticleBase {

    private static final long LOOK_EVERY_MS = 10_000;
    private static final long LOOK_FOR_ASKED_MAILS_EVERY_MS = 2_000;

    private final EmailConfig config;
    private final Platform platform;
    private final List<Supplier<Future<Void>>> toClose = new ArrayList<>();

    public EmailVerticle(EmailConfig config, Platform platform) {
        this.config = config;
        this.platform = platform;
    }

    @Override
    public Future<?> start() {
        Future<SmtpConfig> server =
                config.catchesMails() ? startCatcher() : refuseInbox().map(config.smtp());
        return Future.all(server, prepareWriter())
                .compose(ready -> open(ready.resultAt(0), ready.resultAt(1)));
    }

    /** One after the other: the catcher outlives the connections to it. */
    @Override
    public Future<?> stop() {
        Future<Void> closed = Future.succeededFuture();
        for (Supplier<Future<Void>> close : toClose.reversed()) {
            closed = closed.eventually(close);
        }
        return closed;
    }

    private Future<SmtpConfig> startCatcher() {
        Inbox inbox = new Inbox(vertx, config.catcher().keeps(), platform.clock());
        return MailCatcher.start(vertx, config.catcher().port(), inbox)
                .onSuccess(catcher -> toClose.add(catcher::stop))
                .compose(catcher -> offerInbox(inbox, catcher));
    }

    private Future<SmtpConfig> offerInbox(Inbox inbox, MailCatcher catcher) {
        return offerInbox(inbox::handle, inbox::handleWish)
                .map(offered -> config.smtp().at(MailCatcher.HOST, catcher.port()));
    }

    /** Mails that go to a mail server are none of this process any more. */
    private Future<?> refuseInbox() {
        Problem problem = Problem.of(
                Kind.NOT_FOUND,
                "Mails aren't caught here but sent to a mail server; for an inbox, leave out email.smtpHost.");
        return offerInbox(
                all -> Future.failedFuture(problem.asException()),
                one -> Future.failedFuture(problem.asException()));
    }

    private Future<?> offerInbox(
            Function<Request, Future<JsonObject>> all, Function<Request, Future<JsonObject>> one) {
        UseCases useCases = platform.useCases();
        return Future.all(useCases.offer("inbox", all), useCases.offer("inbox.mail", one));
    }

    /** Compiles the words on a worker, while the catcher starts. */
    private Future<MailWriter> prepareWriter() {
        CustomerLinks links = new CustomerLinks(config.shopUrl(), platform.links());
        return vertx.executeBlocking(
                        () -> new MailWriter(Markets.acme(), new MailTemplates(), links), false)
                .map(Objects::requireNonNull);
    }

    private Future<?> open(SmtpConfig server, MailWriter writer) {
        SmtpMailer mailer = new SmtpMailer(vertx, server, config.from());
        toClose.add(mailer::close);
        MailStore kept = new MailStore(
                platform.database(), platform.clock(), Duration.ofMillis(server.sendTimeoutMs()));
        SendMail sendMail = new SendMail(writer, kept, mailer, config.from().domain());
        TellCustomerByHand byHand =
                new TellCustomerByHand(Markets.acme(), platform.database(), sendMail);
        RemindCustomers reminders = new RemindCustomers(
                Markets.acme(),
                platform.database(),
                sendMail,
                platform.clock(),
                config.reminders());
        TellOperations tellOperations = new TellOperations(mailer, config.from().domain());
        SendRequestedMails askedMails = new SendRequestedMails(
                platform.database(),
                new RequestedMails(Markets.acme(), platform.database()),
                sendMail,
                platform.clock());
        LatestContact latest = new LatestContact(platform.database(), platform.clock());
        SmtpProbe probe = new SmtpProbe(vertx, server, platform.clock());
        return Future.all(
                        platform.health().offer("mail", probe::ask),
                        platform.useCases().offer("email", byHand::handle),
                        platform.useCases().offer("email.operations", tellOperations::handle),
                        platform.useCases().offer("operator.sendMailAgain", askedMails::again),
                        listen(new TellCustomer(Markets.acme(), latest, sendMail)))
                .onSuccess(opened -> {
                    remindWith(reminders);
                    vertx.setPeriodic(LOOK_FOR_ASKED_MAILS_EVERY_MS, timer -> askedMails.look());
                });
    }

    private void remindWith(RemindCustomers reminders) {
        if (config.reminders().most() > 0) {
            vertx.setPeriodic(LOOK_EVERY_MS, timer -> reminders.look());
        }
    }

    Future<?> listen(TellCustomer tell) {
        Subscriber events = platform.subscriber();
        return Future.all(
                events.subscribe("email.order-received", OrderCreated.class, tell::on),
                events.subscribe("email.ready-for-delivery", OrderDeliverable.class, tell::on),
                events.subscribe("email.delivery-booked", DeliveryBooked.class, tell::on),
                events.subscribe("email.order-cancelled", OrderCancelled.class, tell::on));
    }
}
