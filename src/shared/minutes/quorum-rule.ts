import { z } from 'zod';

/** How many must be there. */
export const QUORUM_THRESHOLDS = ['separuh', 'dua pertiga', 'jumlah'] as const;

/**
 * The rule of one session. Only members count, which are the attendees with the chosen roles: guests
 * make no quorum, and whoever is sent in a member's place is no member.
 */
export const quorumRuleSchema = z.object({
  /** 'separuh' is more than half, 'dua pertiga' and 'jumlah' are at least so many. */
  threshold: z.enum(QUORUM_THRESHOLDS),
  /** The number for 'jumlah'; otherwise not used. */
  atLeast: z.number().int().min(1).max(1_000_000).nullable(),
  roles: z.array(z.string().trim().min(1).max(80)).max(50),
  /** How many members there are, where the attendance does not list all of them. */
  members: z.number().int().min(1).max(1_000_000).nullable(),
});
export type QuorumRule = z.infer<typeof quorumRuleSchema>;
