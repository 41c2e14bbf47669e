/** Sends what a part of the window still holds back; false where it could not be saved. */
export type SaveNow = () => Promise<boolean>;

const holders = new Set<SaveNow>();

/** Names a part that may hold words the archive does not have yet; the answer takes that back. */
export function holdsUnsaved(saveNow: SaveNow): () => void {
  holders.add(saveNow);
  return () => {
    holders.delete(saveNow);
  };
}

/** Saves whatever the window holds, before it closes or goes on; false where something is left. */
export async function saveEverything(): Promise<boolean> {
  const outcomes = await Promise.all([...holders].map((saveNow) => saveNow()));
  return outcomes.every(Boolean);
}
