package dev.lastseat.bootstrap.wiring;

import dev.lastseat.application.accountdata.ErasedAccounts;
import dev.lastseat.application.analytics.CountSales;
import dev.lastseat.application.analytics.ReportSales;
import dev.lastseat.application.audit.ProveFacts;
import dev.lastseat.application.audit.SealFacts;
import dev.lastseat.application.audit.Signer;
import dev.lastseat.application.bookingmail.BookingLetters;
import dev.lastseat.application.bookingmail.BookingMails;
import dev.lastseat.application.bookingmail.EventChangeLetters;
import dev.lastseat.application.bookingmail.TellOfChange;
import dev.lastseat.application.fact.FactConsumer;
import dev.lastseat.application.fact.FollowFacts;
import dev.lastseat.application.fact.ReadFacts;
import dev.lastseat.application.figure.StoreFigures;
import dev.lastseat.application.job.JobHandler;
import dev.lastseat.application.job.JobQueue;
import dev.lastseat.application.mail.LetterWriter;
import dev.lastseat.application.mail.MailQueue;
import dev.lastseat.application.mail.SendMail;
import dev.lastseat.application.webhook.DeliveryQueue;
import dev.lastseat.application.webhook.ManageWebhooks;
import dev.lastseat.application.webhook.ManageWebhooks.Schemes;
import dev.lastseat.application.webhook.Redeliver;
import dev.lastseat.application.webhook.SendDelivery;
import dev.lastseat.application.webhook.Subjects;
import dev.lastseat.application.webhook.TellWebhooks;
import dev.lastseat.application.webhook.WebhookLetters;
import dev.lastseat.bootstrap.adapter.Adapters;
import dev.lastseat.bootstrap.background.Sweep;
import dev.lastseat.bootstrap.secrets.Secrets;
import dev.lastseat.bootstrap.secrets.SigningKeys;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.domain.port.store.Store;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.port.store.fact.FactLog;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.port.store.work.Deliveries;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who follows what happens: mails to buyers, webhooks, figures and seals.
 *
 * @param handlers what does the jobs that all of them, and the accounts, ask for
 */
record FactWiring(
    ReadFacts read,
    ReportSales analytics,
    ManageWebhooks webhooks,
    Redeliver redeliver,
    ProveFacts audit,
    List<JobHandler> handlers,
    StoreFigures figures,
    List<Sweep> sweeps) {

  static FactWiring of(
      Settings settings,
      Secrets secrets,
      Adapters adapters,
      SaleWiring sale,
      DoorWiring door,
      AccountWiring accounts,
      JobQueue jobQueue,
      Clock clock,
      SecureRandom random) {
    Store store = adapters.engine().store();
    Events events = store.events();
    Bookings bookings = store.bookings();
    Users users = store.users();
    MailQueue mails = new MailQueue(jobQueue, clock);

    // Webhooks
    Deliveries deliveries = store.deliveries();
    DeliveryQueue deliveryQueue = new DeliveryQueue(deliveries, jobQueue, clock, random);
    ManageWebhooks webhooks =
        new ManageWebhooks(
            store.webhooks(),
            deliveries,
            deliveryQueue,
            settings.webhooks().http() ? Schemes.HTTP_TOO : Schemes.HTTPS,
            clock,
            random);

    // What is sent by mail, by whoever knows what it says
    BookingLetters bookingLetters =
        new BookingLetters(bookings, store.orders(), users, sale.bookings().find(), door.codes());
    EventChangeLetters changeLetters =
        new EventChangeLetters(events, store.facts(), bookings, users, door.codes());
    List<LetterWriter> writers =
        Stream.of(
                accounts.letters(),
                bookingLetters.writers(),
                List.of(
                    changeLetters.writer(), new WebhookLetters(store.webhooks(), users).writer()))
            .flatMap(List::stream)
            .toList();
    ErasedAccounts erased = new ErasedAccounts(accounts.contents(), jobQueue);
    List<JobHandler> handlers =
        Stream.concat(
                SendMail.all(adapters.mailer(), writers).stream(),
                Stream.of(
                    erased,
                    sale.orders().cancel(),
                    sale.payments().receive(),
                    new TellOfChange(bookings, jobQueue, clock),
                    new SendDelivery(
                        store.webhooks(),
                        deliveries,
                        adapters.webhooks().courier(),
                        mails,
                        clock,
                        random)))
            .toList();

    // Who follows what happens
    FactLog facts = store.facts();
    Subjects subjects = new Subjects(events, bookings, store.payments());
    List<FactConsumer> consumers = new ArrayList<>();
    if (settings.mail().toBuyers()) {
      consumers.add(new BookingMails(jobQueue, facts, clock));
    }
    consumers.add(new CountSales(facts, store.salesFigures()));
    consumers.add(new TellWebhooks(store.webhooks(), users, subjects, deliveryQueue));
    consumers.add(erased);
    FollowFacts following = new FollowFacts(facts, store.factPositions(), consumers);

    // What is sealed of it
    Signer signer = SigningKeys.ofAudit(secrets);
    SealFacts sealing =
        new SealFacts(facts, store.sealedTree(), signer, settings.lifetimes().seal(), clock);

    return new FactWiring(
        new ReadFacts(facts, events, sale.bookings().find()),
        new ReportSales(events, store.salesFigures()),
        webhooks,
        new Redeliver(webhooks, deliveries, deliveryQueue),
        new ProveFacts(facts, store.sealedTree(), signer, clock),
        handlers,
        new StoreFigures(
            store.jobs(),
            new StoreFigures.Log(
                facts,
                store.factPositions(),
                store.sealedTree(),
                adapters.engine().underway().oldest()),
            consumers.stream().map(FactConsumer::name).toList(),
            clock),
        List.of(
            Sweep.often(following::handle),
            Sweep.often(sealing::handle),
            Sweep.seldom(deliveryQueue::forgetOld)));
  }
}
