import type { z } from 'zod';

import { aboutCalls } from './about.ts';
import { appCalls } from './app.ts';
import { attachmentCalls } from './attachments.ts';
import { attendanceFileCalls } from './attendance-files.ts';
import { backupCalls } from './backups.ts';
import type { CallOwner, Output } from './define.ts';
import { checkSheetCalls, codeCalls, fileCheckCalls } from './checking.ts';
import { documentCalls } from './documents.ts';
import { exchangeCalls } from './exchange.ts';
import { exportCalls } from './exports.ts';
import { fileCalls } from './files.ts';
import { finalCalls } from './finals.ts';
import { historyCalls } from './history.ts';
import { importCalls } from './imports.ts';
import { issuedCalls } from './issued.ts';
import { markCalls } from './marks.ts';
import { meetingCalls } from './meeting.ts';
import { officeCalls } from './office.ts';
import { peopleCalls } from './people.ts';
import { previewCalls } from './preview.ts';
import { profileCalls } from './profile.ts';
import { queueCalls } from './queue.ts';
import { searchCalls } from './search.ts';
import { savedSearchCalls } from './searches.ts';
import { sessionCalls } from './sessions.ts';
import { identityCalls, signingCalls } from './signing.ts';
import { tableCalls } from './tables.ts';
import { templateCalls } from './templates.ts';
import { trustCalls } from './trust.ts';
import { wordsCalls } from './words.ts';
import { speakerCalls } from './speakers.ts';

/** Every call between the window and the rest. */
export const contract = {
  ...aboutCalls,
  ...appCalls,
  ...attachmentCalls,
  ...attendanceFileCalls,
  ...backupCalls,
  ...checkSheetCalls,
  ...codeCalls,
  ...documentCalls,
  ...exchangeCalls,
  ...exportCalls,
  ...fileCalls,
  ...fileCheckCalls,
  ...finalCalls,
  ...historyCalls,
  ...identityCalls,
  ...importCalls,
  ...issuedCalls,
  ...markCalls,
  ...meetingCalls,
  ...officeCalls,
  ...peopleCalls,
  ...previewCalls,
  ...profileCalls,
  ...queueCalls,
  ...savedSearchCalls,
  ...searchCalls,
  ...sessionCalls,
  ...signingCalls,
  ...speakerCalls,
  ...tableCalls,
  ...templateCalls,
  ...trustCalls,
  ...wordsCalls,
};

export type Contract = typeof contract;
export type CallName = keyof Contract;
/** What a caller passes. */
export type CallInput<Name extends CallName> = z.input<Contract[Name]['input']>;
/** What a handler receives: the parsed input. */
export type ParsedInput<Name extends CallName> = z.output<Contract[Name]['input']>;
export type CallResult<Name extends CallName> =
  Contract[Name]['output'] extends Output<infer T> ? T : never;

export type CallsOf<Owner extends CallOwner> = {
  [Name in CallName]: Contract[Name]['owner'] extends Owner ? Name : never;
}[CallName];

/** All handlers of one owner: leaving one out does not compile. */
export type Handlers<Owner extends CallOwner> = {
  readonly [Name in CallsOf<Owner>]: (
    input: ParsedInput<Name>,
  ) => CallResult<Name> | Promise<CallResult<Name>>;
};

export type { CallOwner } from './define.ts';
