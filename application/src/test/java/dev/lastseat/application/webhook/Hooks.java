package dev.lastseat.application.webhook;

import dev.lastseat.application.fact.FollowFacts;
import dev.lastseat.application.fake.FakeWorkers;
import dev.lastseat.application.job.JobQueue;
import dev.lastseat.application.job.Leases;
import dev.lastseat.application.job.RunJobs;
import dev.lastseat.application.mail.MailQueue;
import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.fake.FakeBookings;
import dev.lastseat.domain.fake.FakeCourier;
import dev.lastseat.domain.fake.FakeDeliveries;
import dev.lastseat.domain.fake.FakeEvents;
import dev.lastseat.domain.fake.FakeFactLog;
import dev.lastseat.domain.fake.FakeFactPositions;
import dev.lastseat.domain.fake.FakeJobs;
import dev.lastseat.domain.fake.FakePayments;
import dev.lastseat.domain.fake.FakeStore;
import dev.lastseat.domain.fake.FakeUsers;
import dev.lastseat.domain.fake.FakeWebhooks;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.port.store.work.Deliveries;
import dev.lastseat.domain.port.store.work.Jobs;
import dev.lastseat.domain.port.store.work.Webhooks;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.webhook.Delivery;
import dev.lastseat.domain.webhook.Message;
import dev.lastseat.domain.webhook.Webhook;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** All that webhooks need, over one store in memory; time and jobs go on when a test says so. */
final class Hooks {
  /** What those who tell have asked their ports. */
  final List<String> calls = new CopyOnWriteArrayList<>();

  final TickingClock clock = new TickingClock();
  final Random random = new Random(3);
  final FakeStore store = new FakeStore();
  final FakeWebhooks webhooks = new FakeWebhooks(store);
  final FakeDeliveries deliveries = new FakeDeliveries(store);
  final FakeUsers users = new FakeUsers(store);
  final FakeEvents events = new FakeEvents(store);
  final FakeBookings bookings = new FakeBookings(store);
  final FakePayments payments = new FakePayments(store);
  final FakeJobs jobs = new FakeJobs(store);
  final FakeCourier courier = new FakeCourier();
  final JobQueue jobQueue = new JobQueue(counted(Jobs.class, jobs), () -> {});
  final DeliveryQueue queue =
      new DeliveryQueue(counted(Deliveries.class, deliveries), jobQueue, clock, random);
  final ManageWebhooks manage =
      new ManageWebhooks(webhooks, deliveries, queue, ManageWebhooks.Schemes.HTTPS, clock, random);
  final Redeliver redeliver = new Redeliver(manage, deliveries, queue);
  final SendDelivery send =
      new SendDelivery(
          webhooks, deliveries, courier, new MailQueue(jobQueue, clock), clock, random);

  private final FakeFactPositions positions = new FakeFactPositions();
  private final FakeWorkers workers = new FakeWorkers();
  private final RunJobs runJobs =
      new RunJobs(
          new Leases(jobs, clock, random), List.of(send), workers, () -> {}, Observer.NOBODY);

  /** A user with a role, who can also be the sender of a request. */
  Principal user(String id, Role role) {
    User user = AUser.with(id, id + "@example.com", role);
    users.add(user);
    return APrincipal.with(id, role);
  }

  /** Tells what has happened since the last time. */
  void tell() {
    tell(positions);
  }

  /** Tells everything, as somebody would who does not know that it was told. */
  void tellAll() {
    tell(new FakeFactPositions());
  }

  private void tell(FakeFactPositions positions) {
    TellWebhooks tell =
        new TellWebhooks(
            counted(Webhooks.class, webhooks),
            counted(Users.class, users),
            new Subjects(
                counted(Events.class, events), counted(Bookings.class, bookings), payments),
            queue);
    new FollowFacts(new FakeFactLog(store), positions, List.of(tell)).handle();
  }

  /** The same port, whose calls are noted. */
  private <T> T counted(Class<T> port, T real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              calls.add(port.getSimpleName() + "." + method.getName());
              return method.invoke(real, arguments);
            }));
  }

  /** Does the jobs that are due. */
  void run() {
    while (runJobs.handle() > 0) {
      workers.await();
    }
  }

  /** The same after a while. */
  void runAfter(Duration pause) {
    clock.advance(pause);
    run();
  }

  List<Delivery> deliveriesTo(Webhook webhook) {
    return deliveries.list(webhook.id(), Optional.empty(), PageRequest.FIRST).items();
  }

  Webhook now(Webhook webhook) {
    return webhooks.find(webhook.id()).orElseThrow();
  }

  List<String> sentTo(Webhook webhook) {
    return courier.sent().stream()
        .filter(it -> it.to().equals(webhook.url()))
        .map(Message::body)
        .toList();
  }
}
