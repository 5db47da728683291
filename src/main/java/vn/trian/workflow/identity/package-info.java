/** One login: the engine's users and groups follow the officers, its web applications follow our login. */
package vn.trian.workflow.identity;
