// Checks dashboards against Grafana's own types of them, by TypeScript's compiler.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const [folder] = process.argv.slice(2);
const files = readdirSync(folder).filter((it) => it.endsWith('.json')).map((it) => join(folder, it));

// JSON has texts where TypeScript has enums; the texts are the same.
const HEAD = `
import type { Dashboard, FieldConfig, Panel, RowPanel } from '@grafana/schema';
import type { Options as StatOptions } from '@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen';
import type { FieldConfig as TableFields, Options as TableOptions } from '@grafana/schema/dist/esm/raw/composable/table/panelcfg/x/TablePanelCfg_types.gen';
import type { FieldConfig as TimeFields, Options as TimeOptions } from '@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen';

type Json<T> = T extends string ? \`\${T}\` : T extends (infer U)[] ? Json<U>[] : T extends object ? { [K in keyof T]: Json<T[K]> } : T;
type Of<Type, Options, Custom> = Json<Omit<Panel, 'type' | 'options' | 'fieldConfig'>> & {
  type: Type; options: Json<Partial<Options>>;
  fieldConfig: { defaults: Json<Omit<FieldConfig, 'custom'>> & { custom?: Json<Partial<Custom>> }; overrides: Json<NonNullable<Panel['fieldConfig']>['overrides']> };
};
type Known = Of<'stat', StatOptions, object> | Of<'table', TableOptions, TableFields> | Of<'timeseries', TimeOptions, TimeFields>;
type Checked = Json<Omit<Dashboard, 'panels'>> & { panels: (Known | Json<RowPanel>)[] };
`;

const work = mkdtempSync(join(import.meta.dirname, 'dashboards-'));
try {
  files.forEach((it) => writeFileSync(join(work, `${basename(it, '.json')}.ts`), `${HEAD}\nexport const dashboard: Checked = ${readFileSync(it, 'utf8')};\n`));
  writeFileSync(join(work, 'tsconfig.json'), JSON.stringify({
    compilerOptions: { noEmit: true, strict: true, skipLibCheck: true, module: 'esnext', moduleResolution: 'bundler', target: 'esnext', types: [] },
  }));
  execFileSync('tsc', ['-p', work], { stdio: 'inherit' });
} catch {
  process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true });
}
