// Reads workflows and actions by GitHub's own parser, which knows what may stand in each place.
import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import { basename } from 'node:path';

// The parser imports JSON as bundlers take it; node wants to be told that it is JSON.
register(`data:text/javascript,${encodeURIComponent(`export async function load(url, context, next) {
  return next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context);
}`)}`);
const { NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow } = await import('@actions/workflow-parser');
const { parseAction } = await import('@actions/workflow-parser/actions/action-parser');

async function mistakesOf(path) {
  const file = { name: basename(path), content: readFileSync(path, 'utf8') };
  const parse = file.name === 'action.yml' ? parseAction : parseWorkflow;
  const { context, value } = parse(file, new NoOperationTraceWriter());
  if (value && parse === parseWorkflow) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map((it) => `${path}: ${it.message}`);
}

const mistakes = (await Promise.all(process.argv.slice(2).map(mistakesOf))).flat();
mistakes.forEach((it) => console.error(it));
process.exit(mistakes.length === 0 ? 0 : 1);
