/** What a pointer is that touches the pad. */
export interface PadPointer {
  readonly id: number;
  readonly type: string;
  readonly atMs: number;
}

/** After a pen was here, a hand that lies on the screen is not taken for a finger. */
const PALM_AFTER_PEN_MS = 1500;

/**
 * Which of the pointers draws: one at a time, and a pen before all others. The palm that touches
 * with it draws nothing, whether it comes before the pen or after it.
 */
export function createPointerChoice() {
  let drawing: PadPointer | null = null;
  let penAtMs = -Infinity;
  return {
    /**
     * A pointer comes down. "draws": it begins a stroke. "takes-over": it does, and what another one
     * has begun was a palm. "ignored": it is none of ours.
     */
    down(pointer: PadPointer): 'draws' | 'takes-over' | 'ignored' {
      if (pointer.type === 'pen') penAtMs = pointer.atMs;
      const isPalm = pointer.type === 'touch' && pointer.atMs - penAtMs < PALM_AFTER_PEN_MS;
      const isBetter = pointer.type === 'pen' && drawing?.type === 'touch';
      if (isPalm || (drawing !== null && !isBetter)) return 'ignored';
      const outcome = drawing === null ? 'draws' : 'takes-over';
      drawing = pointer;
      return outcome;
    },
    isDrawing: (id: number): boolean => drawing?.id === id,
    /** A pen is near, also while it does not touch. */
    penSeen(atMs: number): void {
      penAtMs = atMs;
    },
    /** The pointer left; true where it was the one that drew. */
    up(id: number): boolean {
      if (drawing?.id !== id) return false;
      drawing = null;
      return true;
    },
  };
}
