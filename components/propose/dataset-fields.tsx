'use client'

import { DuplicateNotice } from './duplicate-notice'
import { FormPart } from './form-part'
import { ColumnFields } from './having'
import { LinkList } from './link-list'
import { LongTextField, TextField } from './text-fields'

/** The fields of a dataset. */
export function DatasetFields() {
  return (
    <>
      <FormPart title="The dataset">
        <ColumnFields column="name"><TextField name="dataset.name" help="As its authors write it, short." placeholder="CheXpert" /></ColumnFields>
        <DuplicateNotice field="dataset.name" />
        <ColumnFields column="description">
          <LongTextField
            name="dataset.description"
            mark="optional"
            help="One sentence: what it holds, and how much."
            placeholder="224,316 chest radiographs of 65,240 patients"
            rows={2}
          />
        </ColumnFields>
      </FormPart>
      <FormPart title="Where it is described, where to get it">
        <ColumnFields column="name" quiet>
          <LinkList
            name="dataset.papers"
            role="paper"
            help="Papers that describe it, labelled by where they appeared. Leave the row empty if there is none."
            example="https://arxiv.org/abs/1901.07031"
            most={6}
          />
        </ColumnFields>
        <ColumnFields column="links">
          <LinkList
            name="dataset.links"
            role="link"
            help="Where readers get it. Leave the row empty if it is not public."
            example="https://physionet.org/content/mimiciii/"
            most={6}
          />
        </ColumnFields>
      </FormPart>
    </>
  )
}
