package dev.lastseat.application.webhook;

import dev.lastseat.application.fact.FollowFacts;
import dev.lastseat.application.fake.FakeWorkers;
import dev.lastseat.application.job.JobQueue;
import dev.lastseat.application.job.RunJobs;
import dev.lastseat.application.mail.MailQueue;
import dev.lastseat.domain.fake.FakeBookings;
import dev.lastseat.domain.fake.FakeCourier;
import dev.lastseat.domain.fake.FakeDeliveries;
import dev.lastseat.domain.fake.FakeEvents;
import dev.lastseat.domain.fake.FakeFactLog;
import dev.lastseat.domain.fake.FakeFactPositions;
import dev.lastseat.domain.fake.FakeJobs;
import dev.lastseat.domain.fake.FakeStore;
import dev.lastseat.domain.fake.FakeUsers;
import dev.lastseat.domain.fake.FakeWebhooks;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.webhook.Delivery;
import dev.lastseat.domain.webhook.Message;
import dev.lastseat.domain.webhook.Webhook;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** All that webhooks need, over one store in memory; time and jobs go on when a test says so. */
final class Hooks {
  final TickingClock clock = new TickingClock();
  final Random random = new Random(3);
  final FakeStore store = new FakeStore();
  final FakeWebhooks webhooks = new FakeWebhooks(store);
  final FakeDeliveries deliveries = new FakeDeliveries(store);
  final FakeUsers users = new FakeUsers(store);
  final FakeEvents events = new FakeEvents(store);
  final FakeBookings bookings = new FakeBookings(store);
  final FakeJobs jobs = new FakeJobs(store);
  final FakeCourier courier = new FakeCourier();
  final JobQueue jobQueue = new JobQueue(jobs, () -> {});
  final DeliveryQueue queue = new DeliveryQueue(deliveries, jobQueue, clock, random);
  final ManageWebhooks manage =
      new ManageWebhooks(webhooks, deliveries, queue, ManageWebhooks.Schemes.HTTPS, clock, random);
  final Redeliver redeliver = new Redeliver(manage, deliveries, queue);
  final SendDelivery send =
      new SendDelivery(
          webhooks, deliveries, courier, new MailQueue(jobQueue, clock), clock, random);

  private final FakeFactPositions positions = new FakeFactPositions();
  private final FakeWorkers workers = new FakeWorkers();
  private final RunJobs runJobs =
      new RunJobs(jobs, List.of(send), workers, () -> {}, clock, random);

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
    TellWebhooks tell = new TellWebhooks(webhooks, users, events, bookings, queue);
    new FollowFacts(new FakeFactLog(store), positions, List.of(tell)).handle();
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
