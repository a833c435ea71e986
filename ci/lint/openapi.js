// Checks the description of the REST API against OpenAPI's own schema.
import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';

const [file] = process.argv.slice(2);
const validator = new Validator();
const { valid, errors } = await validator.validate(JSON.parse(readFileSync(file, 'utf8')));
if (!valid) {
  console.error(`${file}: ${JSON.stringify(errors, null, 2)}`);
  process.exitCode = 1;
} else {
  // Names are looked up here too: a reference to nothing is no mistake to the schema.
  validator.resolveRefs();
}
