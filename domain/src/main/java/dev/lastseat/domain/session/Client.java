package dev.lastseat.domain.session;

import dev.lastseat.domain.shared.Text;

/**
 * Where a log-in came from, so that its owner recognises it.
 *
 * @param device a program and a system, such as "Firefox on Linux"
 * @param address an IP address, or the network of one
 */
public record Client(String device, String address) {
  public static final int MAX_DEVICE = 60;
  private static final int MAX_ADDRESS = 64;

  public Client {
    device = Text.require("device", device, MAX_DEVICE);
    address = Text.require("address", address, MAX_ADDRESS);
  }
}
