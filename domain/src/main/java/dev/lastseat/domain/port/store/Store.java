package dev.lastseat.domain.port.store;

import dev.lastseat.domain.port.store.account.ApiKeys;
import dev.lastseat.domain.port.store.account.OneTimeTokens;
import dev.lastseat.domain.port.store.account.PasskeyChallenges;
import dev.lastseat.domain.port.store.account.Passkeys;
import dev.lastseat.domain.port.store.account.Sessions;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.port.store.fact.FactLog;
import dev.lastseat.domain.port.store.fact.FactPositions;
import dev.lastseat.domain.port.store.fact.SalesFigures;
import dev.lastseat.domain.port.store.fact.SealedTree;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Checkins;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.port.store.sale.Orders;
import dev.lastseat.domain.port.store.sale.Payments;
import dev.lastseat.domain.port.store.sale.Tickets;
import dev.lastseat.domain.port.store.work.Deliveries;
import dev.lastseat.domain.port.store.work.Jobs;
import dev.lastseat.domain.port.store.work.Webhooks;

/** All that one engine keeps. What happened, who follows it and what is made of it comes last. */
public record Store(
    Events events,
    Bookings bookings,
    Orders orders,
    Tickets tickets,
    Payments payments,
    Checkins checkins,
    Users users,
    Sessions sessions,
    OneTimeTokens oneTimeTokens,
    Passkeys passkeys,
    PasskeyChallenges passkeyChallenges,
    ApiKeys apiKeys,
    Jobs jobs,
    Webhooks webhooks,
    Deliveries deliveries,
    FactLog facts,
    FactPositions factPositions,
    SalesFigures salesFigures,
    SealedTree sealedTree) {

  /** Puts something in front of a port. */
  public interface Decorator {
    <P> P decorated(Class<P> type, P port);
  }

  /** The same, with something in front of each port. */
  public Store decorated(Decorator by) {
    return new Store(
        by.decorated(Events.class, events),
        by.decorated(Bookings.class, bookings),
        by.decorated(Orders.class, orders),
        by.decorated(Tickets.class, tickets),
        by.decorated(Payments.class, payments),
        by.decorated(Checkins.class, checkins),
        by.decorated(Users.class, users),
        by.decorated(Sessions.class, sessions),
        by.decorated(OneTimeTokens.class, oneTimeTokens),
        by.decorated(Passkeys.class, passkeys),
        by.decorated(PasskeyChallenges.class, passkeyChallenges),
        by.decorated(ApiKeys.class, apiKeys),
        by.decorated(Jobs.class, jobs),
        by.decorated(Webhooks.class, webhooks),
        by.decorated(Deliveries.class, deliveries),
        by.decorated(FactLog.class, facts),
        by.decorated(FactPositions.class, factPositions),
        by.decorated(SalesFigures.class, salesFigures),
        by.decorated(SealedTree.class, sealedTree));
  }
}
