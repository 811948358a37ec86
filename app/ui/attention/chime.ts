// The sound when a customer writes: two short tones, made here, so there is nothing to load.

const APART = 3_000;
let last = 0;

/** Sounds once for a burst, and in one of the agent's tabs only. Silent where the browser wants a click first. */
export async function chime(at: number): Promise<void> {
  if (at - last < APART || !("AudioContext" in window)) return;
  last = at;
  await navigator.locks.request("samla.chime", { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    await play();
  });
}

async function play(): Promise<void> {
  const audio = new AudioContext();
  try {
    await Promise.race([audio.resume(), pause(200)]);
    if (audio.state !== "running") return;
    tone(audio, 660, 0);
    tone(audio, 880, 0.12);
    await pause(600);
  } finally {
    await audio.close();
  }
}

function tone(audio: AudioContext, hertz: number, after: number): void {
  const [source, volume] = [audio.createOscillator(), audio.createGain()];
  const from = audio.currentTime + after;
  source.frequency.value = hertz;
  volume.gain.setValueAtTime(0, from);
  volume.gain.linearRampToValueAtTime(0.15, from + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, from + 0.3);
  source.connect(volume).connect(audio.destination);
  source.start(from);
  source.stop(from + 0.32);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
