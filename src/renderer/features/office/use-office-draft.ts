import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import type { Office, OfficeSummary } from '../../../shared/contract/office.ts';
import type { OrganizationId } from '../../../shared/ids.ts';
import type { OfficeSettings } from '../../../shared/official/office-settings.ts';
import { DEFAULT_OFFICE_SETTINGS } from '../../../shared/official/office-settings.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { holdsUnsaved } from '../../api/unsaved.ts';
import { isSame } from './same.ts';

interface Edits {
  readonly name: string;
  readonly settings: OfficeSettings;
}

export interface OfficeDraft extends Edits {
  readonly office: Office;
  readonly offices: readonly OfficeSummary[];
  readonly isChanged: boolean;
  /** What went wrong last. */
  readonly problem: string | null;
  readonly choose: (organizationId: OrganizationId | null) => void;
  readonly setName: (name: string) => void;
  readonly set: (changes: Partial<OfficeSettings>) => void;
  /** Whether the archive has it. */
  readonly save: () => Promise<boolean>;
}

/** How one office's documents look, while it is being changed; null until it is read. */
export function useOfficeDraft(): OfficeDraft | null {
  const queries = useQueryClient();
  const offices = useQuery({
    queryKey: ['office', 'list'],
    queryFn: () => api('office.list', {}),
    staleTime: 0,
  });
  const [chosen, setChosen] = useState<OrganizationId | null>(null);
  const queryKey = ['office', 'one', chosen ?? 'own'];
  const read = useQuery({
    queryKey,
    queryFn: () => api('office.get', { organizationId: chosen }),
    staleTime: 0,
    gcTime: 0,
    // The office before stays on screen until the next one is read.
    placeholderData: keepPreviousData,
  });
  /** What was changed and not saved yet. */
  const [edits, setEdits] = useState<Edits | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const office = read.data;
  const isChanged =
    office !== undefined &&
    edits !== null &&
    (edits.name !== office.name || !isSame(edits.settings, office.settings));
  // The window does not close over changes without asking.
  useEffect(() => holdsUnsaved(() => Promise.resolve(!isChanged)), [isChanged]);

  if (office === undefined || offices.data === undefined) return null;
  const draft: Edits = edits ?? { name: office.name, settings: office.settings };
  const { name, settings } = draft;
  const { organizationId } = office;

  async function save(): Promise<boolean> {
    const isPlain = isSame(settings, DEFAULT_OFFICE_SETTINGS) && name === office?.name;
    try {
      const saved = isPlain
        ? await api('office.reset', { organizationId })
        : await api('office.update', { organizationId, name, settings });
      queries.setQueryData(queryKey, saved);
      setEdits(null);
      setProblem(null);
      for (const changed of [['office'], ['profile'], ['people']]) {
        void queries.invalidateQueries({ queryKey: changed });
      }
      return true;
    } catch (error) {
      setProblem(describeError(error));
      return false;
    }
  }

  return {
    office,
    ...draft,
    offices: offices.data,
    isChanged,
    problem: problem ?? (read.isError ? describeError(read.error) : null),
    choose: (next) => {
      setEdits(null);
      setProblem(null);
      setChosen(next);
    },
    setName: (typed) => setEdits({ ...draft, name: typed }),
    set: (changes) => setEdits({ ...draft, settings: { ...settings, ...changes } }),
    save,
  };
}
