/** Invented cases for trying the application out; only in profile {@code demo}. */
package vn.trian.workflow.demo;
