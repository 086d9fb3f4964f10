// Listens to what the server tells whenever it changes (server-sent events), by a key, which an EventSource cannot send.
const SILENCE = 40_000; // something is heard every 15 s

/** Calls heard with the data of each event, until the server ends the answer or is not heard any more. Answers what it said instead, if it let nobody listen. */
export async function listen(path, key, heard) {
  const silence = new AbortController();
  const patient = (answer) => {
    const timer = setTimeout(() => silence.abort(), SILENCE);
    return answer.finally(() => clearTimeout(timer));
  };
  const response = await patient(
    fetch("/api/v1" + path, {
      headers: { authorization: "Bearer " + key, accept: "text/event-stream" },
      signal: silence.signal,
    }),
  );
  if (!response.ok) {
    return response;
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (;;) {
    const { done, value } = await patient(reader.read());
    if (done) {
      return undefined;
    }
    const events = (text + value).split("\n\n");
    text = events.pop();
    events.flatMap(data).forEach(heard);
  }
}

function data(event) {
  return event
    .split("\n")
    .filter((line) => line.startsWith("data: "))
    .map((line) => JSON.parse(line.slice("data: ".length)));
}
