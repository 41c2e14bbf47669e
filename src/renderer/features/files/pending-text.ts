/** Answers with what went wrong, or null. */
type Save = (text: string) => Promise<string | null>;

/** The newest words of a field until they are saved; those that could not be are not forgotten. */
export function createPendingText() {
  let unsaved: string | null = null;
  const saveNow = async (save: Save): Promise<string | null> => {
    const text = unsaved;
    if (text === null) return null;
    const problem = await save(text);
    if (problem !== null) return problem;
    if (unsaved === text) unsaved = null;
    // What was typed meanwhile belongs to it.
    return saveNow(save);
  };
  return {
    type: (text: string): void => {
      unsaved = text;
    },
    saveNow,
  };
}
