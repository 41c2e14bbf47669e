import type { SessionFile } from '../../../shared/contract/files.ts';
import { keptFileAddress } from '../../../shared/files/shown-files.ts';

export const SPEEDS = [0.75, 1, 1.25, 1.5, 2] as const;
export type Speed = (typeof SPEEDS)[number];

export interface PlayerState {
  /** Null: nothing is loaded, and no player is shown. */
  readonly file: SessionFile | null;
  readonly isPlaying: boolean;
  readonly positionS: number;
  /** Null until it is known. */
  readonly durationS: number | null;
  readonly speed: Speed;
}

type PlayerProblem = 'failed' | 'too-late';

const NOTHING: PlayerState = {
  file: null,
  isPlaying: false,
  positionS: 0,
  durationS: null,
  speed: 1,
};

/** Plays one recording at a time, whatever part of the session is shown. */
export interface Player {
  readonly state: () => PlayerState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Plays a file from there on; from where it stands where no place is given. */
  readonly play: (file: SessionFile, atS?: number) => void;
  readonly toggle: () => void;
  readonly pause: () => void;
  readonly seek: (atS: number) => void;
  readonly skip: (byS: number) => void;
  readonly setSpeed: (speed: Speed) => void;
  /** The facts of the file that is loaded have changed. */
  readonly update: (files: readonly SessionFile[]) => void;
  readonly close: () => void;
}

export function createPlayer(
  onProblem: (problem: PlayerProblem, file: SessionFile) => void,
): Player {
  const sound = new Audio();
  sound.preload = 'metadata';
  const listeners = new Set<() => void>();
  let state = NOTHING;
  /** Where to begin once it is known how long the recording is. */
  let wantedS: number | null = null;

  const set = (changes: Partial<PlayerState>): void => {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  };
  const durationOf = (): number | null => (Number.isFinite(sound.duration) ? sound.duration : null);
  const start = (): void => {
    // Also refused where it was paused again at once; what cannot be played says so by its error.
    sound.play().catch(() => undefined);
  };
  const begin = (): void => {
    if (state.file === null) return;
    const durationS = durationOf();
    if (wantedS !== null && durationS !== null && wantedS > durationS) {
      wantedS = null;
      sound.pause();
      onProblem('too-late', state.file);
      return;
    }
    if (wantedS !== null) sound.currentTime = wantedS;
    wantedS = null;
    start();
  };

  sound.addEventListener('loadedmetadata', () => {
    set({ durationS: durationOf() });
    if (wantedS !== null) begin();
  });
  sound.addEventListener('durationchange', () => set({ durationS: durationOf() }));
  sound.addEventListener('timeupdate', () => set({ positionS: sound.currentTime }));
  sound.addEventListener('seeking', () => set({ positionS: sound.currentTime }));
  for (const event of ['play', 'pause', 'ended'] as const) {
    sound.addEventListener(event, () => set({ isPlaying: !sound.paused }));
  }
  sound.addEventListener('error', () => {
    const { file } = state;
    if (file === null) return;
    close();
    onProblem('failed', file);
  });

  function close(): void {
    sound.pause();
    wantedS = null;
    set({ ...NOTHING, speed: state.speed });
    sound.removeAttribute('src');
    sound.load();
  }

  const seek = (atS: number): void => {
    if (state.file === null) return;
    sound.currentTime = Math.min(Math.max(0, atS), state.durationS ?? Infinity);
  };

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    play(file, atS) {
      if (state.file?.id === file.id) {
        wantedS = atS ?? null;
        if (state.durationS !== null || atS === undefined) begin();
        return;
      }
      wantedS = atS ?? 0;
      set({ ...NOTHING, file, speed: state.speed });
      sound.src = keptFileAddress(file);
      sound.defaultPlaybackRate = state.speed;
      sound.playbackRate = state.speed;
      sound.load();
    },
    toggle() {
      if (state.file === null) return;
      if (sound.paused) start();
      else sound.pause();
    },
    pause: () => sound.pause(),
    seek,
    skip: (byS) => seek(sound.currentTime + byS),
    setSpeed(speed) {
      sound.defaultPlaybackRate = speed;
      sound.playbackRate = speed;
      set({ speed });
    },
    update(files) {
      const { file } = state;
      if (file === null) return;
      const current = files.find(({ id }) => id === file.id);
      if (current === undefined) close();
      else if (current !== file) set({ file: current });
    },
    close,
  };
}
