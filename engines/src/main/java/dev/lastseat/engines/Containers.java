package dev.lastseat.engines;

import java.util.Optional;
import java.util.function.Supplier;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/** Engines in containers, where Docker answers. Testcontainers removes them after the JVM. */
final class Containers {
  private static final String MONGODB = "mongo:8";
  private static final String REDIS = "redis:8";
  private static final int REDIS_PORT = 6379;

  private Containers() {}

  static Optional<Engine> mongodb() {
    return whereDockerAnswers(Containers::startMongodb);
  }

  static Optional<Engine> redis() {
    return whereDockerAnswers(Containers::startRedis);
  }

  private static Optional<Engine> whereDockerAnswers(Supplier<Engine> start) {
    return DockerClientFactory.instance().isDockerAvailable()
        ? Optional.of(start.get())
        : Optional.empty();
  }

  /** A replica set of one, for transactions need a replica set. */
  @SuppressWarnings("resource") // lives as long as the JVM
  private static Engine startMongodb() {
    MongoDBContainer container = new MongoDBContainer(MONGODB).withReplicaSet();
    container.start();
    return new Engine(MONGODB + " in Docker", container.getReplicaSetUrl());
  }

  @SuppressWarnings("resource") // lives as long as the JVM
  private static Engine startRedis() {
    GenericContainer<?> container = new GenericContainer<>(REDIS).withExposedPorts(REDIS_PORT);
    container.start();
    String address = container.getHost() + ":" + container.getMappedPort(REDIS_PORT);
    return new Engine(REDIS + " in Docker", "redis://" + address);
  }
}
