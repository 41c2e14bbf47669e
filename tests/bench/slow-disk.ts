import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Syncs of the archive's files take this much longer; those of anything else are left alone. */
const SOURCE = (delayMs: number): string => `
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void wait_for_archive(int fd) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t size = readlink(link, path, sizeof path - 1);
  if (size <= 0) return;
  path[size] = 0;
  if (strstr(path, "arsip.db")) usleep(${delayMs * 1000});
}

int fsync(int fd) {
  int (*next)(int) = dlsym(RTLD_NEXT, "fsync");
  wait_for_archive(fd);
  return next(fd);
}

int fdatasync(int fd) {
  int (*next)(int) = dlsym(RTLD_NEXT, "fdatasync");
  wait_for_archive(fd);
  return next(fd);
}
`;

export type SlowDisk =
  | { readonly env: Readonly<Record<string, string>> }
  | { readonly skippedBecause: string };

/**
 * A disk on which every sync of the archive takes so much longer, without any door in the product:
 * a library that is loaded before the others and stands in for fsync, compiled here.
 */
export function slowDisk(folder: string, delayMs: number): SlowDisk {
  if (process.platform !== 'linux') {
    return { skippedBecause: 'the library that slows the disk down is for Linux' };
  }
  const source = join(folder, 'slow-disk.c');
  const library = join(folder, 'slow-disk.so');
  writeFileSync(source, SOURCE(delayMs));
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-o', library, source, '-ldl'], { stdio: 'pipe' });
  } catch (error) {
    return {
      skippedBecause: `no C compiler for the library that slows the disk down: ${String(error)}`,
    };
  }
  return { env: { LD_PRELOAD: library } };
}
