/** Sends what a part of the window still holds back; false where it could not be saved. */
export type SaveNow = () => Promise<boolean>;

interface Holder {
  readonly saveNow: SaveNow;
  /** Brings what could not be saved into sight, ready to be corrected. */
  readonly show: () => void;
}

const holders = new Set<Holder>();

/** Names a part that may hold words the archive does not have yet; the answer takes that back. */
export function holdsUnsaved(saveNow: SaveNow, show: () => void = () => undefined): () => void {
  const holder = { saveNow, show };
  holders.add(holder);
  return () => {
    holders.delete(holder);
  };
}

/**
 * Saves whatever the window holds, before it closes or goes on; false where something is left, of
 * which the first is shown unless the user did not ask for anything.
 */
export async function saveEverything({ isShown = true } = {}): Promise<boolean> {
  const outcomes = await Promise.all(
    [...holders].map(async (holder) => ({ holder, isSaved: await holder.saveNow() })),
  );
  const left = outcomes.filter(({ isSaved }) => !isSaved);
  if (isShown) left[0]?.holder.show();
  return left.length === 0;
}
