import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node';

/** Ends a run with the one line that machines read: "N passed, N failed". */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[], reason: TestRunEndReason): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((test) => test.result().state === 'passed').length;
    const failed = tests.filter((test) => test.result().state === 'failed').length;
    const broken = modules.filter((module) => module.state() === 'failed' && module.children.size === 0).length;
    // A set-up that fails leaves no test to have failed, and is not a run in which nothing failed.
    const lost = reason === 'passed' ? 0 : 1;
    process.stdout.write(`\n${passed} passed, ${Math.max(failed + broken + errors.length, lost)} failed\n`);
  }
}
