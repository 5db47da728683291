/** How the embedded engine is set up: fenced expressions, FEEL functions, listeners on every task. */
package vn.trian.workflow.engine;
