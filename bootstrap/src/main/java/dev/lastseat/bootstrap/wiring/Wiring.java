package dev.lastseat.bootstrap.wiring;

import dev.lastseat.application.job.JobHandler;
import dev.lastseat.application.job.JobQueue;
import dev.lastseat.application.job.Leases;
import dev.lastseat.application.job.ManageJobs;
import dev.lastseat.application.job.RunJobs;
import dev.lastseat.application.mail.MailQueue;
import dev.lastseat.application.port.Observer;
import dev.lastseat.bootstrap.adapter.Adapters;
import dev.lastseat.bootstrap.adapter.Caches;
import dev.lastseat.bootstrap.background.JobRunner;
import dev.lastseat.bootstrap.background.Sweep;
import dev.lastseat.bootstrap.secrets.Secrets;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.domain.port.store.Store;
import dev.lastseat.domain.port.store.work.Jobs;
import dev.lastseat.http.HttpPorts;
import dev.lastseat.http.UseCases;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * Every part of the program between the adapters and the server, connected by constructors: the
 * sale first, then the accounts and the door, then what follows the facts of both.
 *
 * @param jobRunner does the jobs, once it is started
 */
public record Wiring(
    UseCases useCases,
    HttpPorts httpPorts,
    FirstAdmin firstAdmin,
    List<Sweep> sweeps,
    JobRunner jobRunner) {

  public static Wiring of(Settings settings, Adapters adapters, Clock clock, SecureRandom random) {
    Store store = adapters.engine().store();
    Caches cache = adapters.caches();
    Secrets secrets = Secrets.of(settings, random);
    Jobs jobs = store.jobs();
    ManageJobs manageJobs = new ManageJobs(jobs, clock);
    Semaphore jobAdded = new Semaphore(0);
    JobQueue jobQueue = new JobQueue(jobs, jobAdded::release);

    MailQueue mails = new MailQueue(jobQueue, clock);
    SaleWiring sale = SaleWiring.of(settings, adapters, jobQueue, clock, random);
    AccountWiring accounts = AccountWiring.of(settings, secrets, store, sale, mails, clock, random);
    DoorWiring door = DoorWiring.of(settings, secrets, store, sale, mails, clock, random);
    FactWiring facts =
        FactWiring.of(settings, secrets, adapters, sale, door, accounts, jobQueue, clock, random);

    Observer observer = adapters.watching().observer();
    facts.figures().showTo(observer, facts.handlers().stream().map(JobHandler::kind).toList());

    return new Wiring(
        new UseCases(
            accounts.users(),
            accounts.directory(),
            accounts.passkeys(),
            accounts.apiKeys(),
            sale.events(),
            sale.bookings(),
            sale.orders(),
            door.tickets(),
            door.checkins(),
            sale.payments(),
            facts.read(),
            facts.analytics(),
            facts.webhooks(),
            facts.redeliver(),
            manageJobs,
            facts.audit(),
            settings.graphql().map(wanted -> GraphqlWiring.endpoint(wanted, sale, clock))),
        new HttpPorts(
            accounts.checkAccessToken(),
            accounts.checkApiKey(),
            cache.limiter(),
            cache.goodLogIns(),
            cache.responses(),
            adapters.health(),
            observer),
        FirstAdmin.in(settings.dataDir(), accounts.admins(), random),
        Stream.of(
                adapters.engine().sweeps().stream().map(Sweep::oftenAndSoon).toList(),
                facts.sweeps(),
                sale.sweeps(),
                accounts.sweeps(),
                List.of(Sweep.seldom(manageJobs::forgetDone), Sweep.seldom(mails::forgetDead)))
            .flatMap(List::stream)
            .toList(),
        new JobRunner(
            workers ->
                new RunJobs(
                    new Leases(jobs, clock, random),
                    facts.handlers(),
                    workers,
                    jobAdded::release,
                    observer),
            jobAdded,
            random,
            JobRunner.END));
  }
}
