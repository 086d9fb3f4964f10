"""Buyers of an event who ask until they are answered, whatever becomes of the program meanwhile.

webhook-storm.py API EVENT BOOKINGS: tells whenever another STEP bookings were acknowledged, and
ends after so many.
"""

import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from threading import Lock
from time import sleep
from uuid import uuid4

import httpx

BUYERS = 8
STEP = 100
PASSWORD = "five windy kittens"

api, event, last = sys.argv[1], sys.argv[2], int(sys.argv[3])
acknowledged = 0
lock = Lock()


def send(client, method, path, body, key=""):
    """The answer, after as many tries as it takes."""
    while True:
        try:
            answer = client.request(method, path, json=body, headers={"Idempotency-Key": key})
            if answer.status_code < 500 and "REQUEST_IN_FLIGHT" not in answer.text:
                return answer
        except httpx.TransportError:
            pass
        sleep(0.1)


def acknowledge():
    global acknowledged
    with lock:
        acknowledged += 1
        if acknowledged % STEP == 0 and acknowledged < last:
            print(acknowledged, flush=True)


def account(name):
    client = httpx.Client(base_url=api, timeout=10)
    person = {"email": f"{name}@example.org", "password": PASSWORD, "name": name}
    registered = send(client, "POST", "/auth/register", person).json()
    client.headers["Authorization"] = f"Bearer {registered['data']['accessToken']}"
    return client


def buy(client, hold, cancel):
    wish = {"eventId": event, "quantity": 1, "hold": hold}
    booked = send(client, "POST", "/bookings", wish, str(uuid4()))
    if booked.status_code != 201:
        raise RuntimeError(booked.text)
    booking = f"/bookings/{booked.json()['data']['id']}"
    if hold:
        send(client, "PATCH", f"{booking}/confirm", {})
    if cancel:
        send(client, "PATCH", f"{booking}/cancel", {"reason": "ill"})
    acknowledge()


def storm(client):
    """Every third booking is held first, and every fourth cancelled."""
    for number in count(1):
        if acknowledged >= last:
            return
        buy(client, hold=number % 3 == 0, cancel=number % 4 == 0)


with ThreadPoolExecutor(BUYERS) as buyers:
    clients = list(buyers.map(account, [f"buyer{i}" for i in range(BUYERS)]))
    list(buyers.map(storm, clients))
