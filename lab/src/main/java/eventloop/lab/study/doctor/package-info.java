/// What this machine can and cannot measure, and what would mend it.
package eventloop.lab.study.doctor;
