/** Puts procedure releases to work in the engine. */
package vn.trian.workflow.release;
