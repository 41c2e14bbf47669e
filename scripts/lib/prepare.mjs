import { ensureElectron } from '../electron-env.mjs';
import { ensureBuild } from './build.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/** Makes everything ready for running the app: system libraries, Electron, the built output. Gives the Electron. */
export async function prepareApp({ groups = [] } = {}) {
  await ensureSystemPackages(['window', 'fonts', ...groups]);
  const electron = await ensureElectron();
  await ensureBuild(electron);
  return electron;
}
