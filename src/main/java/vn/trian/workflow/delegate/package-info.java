/** Beans that models name: they translate, call a use case and translate back. */
package vn.trian.workflow.delegate;
