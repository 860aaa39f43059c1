/// The claims ledger: every sentence of the course about performance, the experiment that puts it to the
/// test, and the verdict of this machine.
package eventloop.lab.study.claims;
